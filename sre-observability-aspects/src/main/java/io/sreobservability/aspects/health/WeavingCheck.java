package io.sreobservability.aspects.health;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the classes that a contract on the class path describes are woven. The Maven build proves that; a run from an
 * IDE, which compiles without the weaver, would be silent otherwise: the program is right, and there are no spans.
 */
public final class WeavingCheck {
    private static final String CONTRACT = "META-INF/sre-observability/contract.json";
    private static final int MAX_CONTRACT_BYTES = 16 * 1024 * 1024;

    /** One method of a contract; nothing in braces stands between the two names. */
    private static final Pattern POINT =
            Pattern.compile("\"class\"\\s*:\\s*\"([^\"]{1,512})\"[^{}]{0,4096}?\"aspect\"\\s*:\\s*\"([^\"]{1,512})\"");

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private WeavingCheck() {}

    /** Starts the check on a thread of its own, once per process; it warns once per contract. Never throws. */
    public static void startOnce() {
        try {
            if (STARTED.compareAndSet(false, true)) {
                Thread thread = new Thread(WeavingCheck::warn, "sre-observability-weaving-check");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (Throwable notWorthAnError) {
            // The check is a courtesy: without threads or memory there are other worries.
        }
    }

    private static void warn() {
        try {
            ClassLoader loader = WeavingCheck.class.getClassLoader();
            for (String unwoven : unwoven(loader == null ? ClassLoader.getSystemClassLoader() : loader)) {
                logger().warn("{}", unwoven);
            }
        } catch (Throwable notWorthAnError) {
            // As above.
        }
    }

    /** One sentence per contract that names classes which are not woven. */
    static List<String> unwoven(ClassLoader loader) throws IOException {
        List<String> findings = new ArrayList<>();
        for (URL contract : Collections.list(loader.getResources(CONTRACT))) {
            Map<String, String> aspects = aspectsByClass(contract);
            List<String> unwoven = aspects.entrySet().stream()
                    .filter(entry -> !isWoven(entry.getKey(), entry.getValue(), loader))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!unwoven.isEmpty()) {
                findings.add(
                        unwoven.size() + " of " + aspects.size() + " annotated classes of " + contract
                                + " are not woven and make no spans, for example " + unwoven.get(0)
                                + ". Build with the weaver (docs/add-to-your-build.md); a run from an IDE needs a Maven build before.");
            }
        }
        return findings;
    }

    private static Map<String, String> aspectsByClass(URL contract) throws IOException {
        try (InputStream in = contract.openStream()) {
            String text = new String(in.readNBytes(MAX_CONTRACT_BYTES), StandardCharsets.UTF_8);
            Map<String, String> aspects = new TreeMap<>();
            Matcher point = POINT.matcher(text);
            while (point.find()) {
                aspects.put(point.group(1), point.group(2));
            }
            return aspects;
        }
    }

    /** A woven class names its aspect. One that is not there at all makes no spans either, but nobody can miss them. */
    private static boolean isWoven(String className, String aspect, ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
            // Class files hold names in a form of UTF-8; as single bytes both sides are comparable.
            return in == null
                    || new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                            .contains(bytesAsText(aspect.replace('.', '/')));
        } catch (IOException notReadable) {
            return true;
        }
    }

    private static String bytesAsText(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static Logger logger() {
        return LoggerFactory.getLogger("io.sreobservability");
    }
}
