package io.sreobservability.local.console.browser;

import java.nio.file.Files;
import java.nio.file.Path;

/** The program behind {@code scripts/take_screenshots.sh}: takes pictures of pages. */
public final class Screenshot {
    private Screenshot() {}

    /** Five arguments for each picture: file, address, {@code WIDTHxHEIGHT}, {@code light} or {@code dark}, text to wait for. */
    public static void main(String[] args) throws Exception {
        try (Chromium browser = Chromium.start()) {
            Tab tab = browser.tab();
            for (int i = 0; i < args.length; i += 5) {
                String[] size = args[i + 2].split("x", 2);
                tab.look(Integer.parseInt(size[0]), Integer.parseInt(size[1]), args[i + 3].equals("dark"));
                tab.open(args[i + 1]).awaitText(args[i + 4]);
                tab.eval("new Promise((done) => setTimeout(done, 300))"); // For what a page draws after its text.
                Files.write(Path.of(args[i]), tab.screenshot());
                System.out.println(args[i]);
            }
        }
    }
}
