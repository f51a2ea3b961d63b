package io.sreobservability.local.console;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures of pages hold few colours: with the best of them alone they are a third as large, and look the same. */
final class SmallPng {
    private static final int COLOURS = 256;

    private SmallPng() {}

    /** The same picture in at most 256 colours. */
    static byte[] of(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        Map<Integer, Integer> pixelsOf = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                pixelsOf.merge(picture.getRGB(x, y), 1, Integer::sum);
            }
        }
        return written(picture, palette(pixelsOf));
    }

    /**
     * Again and again the colour that is missed most: by how many pixels, and by how much. Just the most frequent ones would
     * leave no place for a small green dot, among hundreds of greys at the edges of letters.
     */
    private static int[] palette(Map<Integer, Integer> pixelsOf) {
        List<Shade> shades = new ArrayList<>();
        pixelsOf.forEach((colour, pixels) -> shades.add(new Shade(colour, pixels)));
        int[] palette = new int[Math.min(COLOURS, shades.size())];
        for (int i = 0; i < palette.length; i++) {
            Shade missed = shades.get(0);
            for (Shade shade : shades) {
                missed = shade.error() > missed.error() ? shade : missed;
            }
            palette[i] = missed.colour;
            for (Shade shade : shades) {
                shade.distance = Math.min(shade.distance, distance(shade.colour, missed.colour));
            }
        }
        return palette;
    }

    /** A colour of the picture, and how far the nearest one of the palette is from it. */
    private static final class Shade {
        private final int colour;
        private final int pixels;
        private int distance = 3 * 255 * 255;

        Shade(int colour, int pixels) {
            this.colour = colour;
            this.pixels = pixels;
        }

        long error() {
            return (long) pixels * distance;
        }
    }

    private static byte[] written(BufferedImage picture, int[] palette) throws IOException {
        IndexColorModel model = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage small =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int index = nearest.computeIfAbsent(picture.getRGB(x, y), colour -> nearest(palette, colour));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "png", out);
        return out.toByteArray();
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
            if (distance(palette[i], colour) < distance(palette[best], colour)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = ((one >> shift) & 0xff) - ((other >> shift) & 0xff);
            sum += difference * difference;
        }
        return sum;
    }
}
