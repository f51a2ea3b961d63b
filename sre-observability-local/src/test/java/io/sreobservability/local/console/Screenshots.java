package io.sreobservability.local.console;

import io.sreobservability.local.console.browser.Chromium;
import io.sreobservability.local.console.browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program behind {@code scripts/take_screenshots.sh}: the guide's pictures, of a stand-in that saw the demo. */
public final class Screenshots {
    private final Tab tab;
    private final String console;
    private final Path folder;

    private Screenshots(Tab tab, String console, Path folder) {
        this.tab = tab;
        this.console = console;
        this.folder = folder;
    }

    /** Two arguments: the stand-in's address, and the folder for the pictures. */
    public static void main(String[] args) throws IOException {
        try (Chromium browser = Chromium.start()) {
            new Screenshots(browser.tab(), args[0] + "/console/#/", Path.of(args[1])).take();
        }
    }

    private void take() throws IOException {
        open("", 1280, 560, false).awaitText(Scenarios.HEALTH);
        save("investigations");
        open("", 1280, 860, false).click("a.title", Scenarios.INCIDENT).await("document.querySelector('.wf-row')");
        save("trace");
        open("", 1280, 860, true).click("tr.failed a.title", Scenarios.HEALTH).click(".wf-row.error", "tool.");
        tab.await("document.querySelector('.panel .log')");
        save("failure");
        open("dashboard", 1280, 2420, false).await("document.querySelectorAll('.widget.data tbody td').length > 20");
        save("dashboard");
        open("queries", 1280, 700, false).click(".saved button", "Slowest operations");
        tab.await("document.querySelector('.result tbody td')");
        save("queries");
        open("compare?right=" + newestOf("Carol"), 1280, 900, false).awaitText("/sre/users/Alice/preferences");
        save("compare");
    }

    private Tab open(String page, int width, int height, boolean dark) {
        return tab.look(width, height, dark).open(console + page);
    }

    private String newestOf(String user) {
        return tab.eval("fetch('/console/api/investigations?user=" + user + "').then((one) => one.json())"
                        + ".then((found) => found.traces[0].traceId)")
                .asText();
    }

    private void save(String name) throws IOException {
        tab.eval("new Promise((done) => setTimeout(done, 300))"); // What a page draws after its text.
        Path file = folder.resolve(name + ".png");
        Files.write(file, SmallPng.of(tab.screenshot()));
        System.out.println(file + " " + Files.size(file) / 1024 + " KiB");
    }
}
