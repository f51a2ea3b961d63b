package io.sreobservability.local.console.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** One tab, used as a person does: by what is on it, with mouse and keys. Everything waits for what it needs. */
public final class Tab {
    private static final int PATIENCE_MS = 60_000;
    private static final Map<String, Integer> KEYS = Map.ofEntries(
            Map.entry("Tab", 9),
            Map.entry("Enter", 13),
            Map.entry("Escape", 27),
            Map.entry("PageUp", 33),
            Map.entry("PageDown", 34),
            Map.entry("End", 35),
            Map.entry("Home", 36),
            Map.entry("ArrowLeft", 37),
            Map.entry("ArrowUp", 38),
            Map.entry("ArrowRight", 39),
            Map.entry("ArrowDown", 40));

    private final DevTools devTools;
    private final String session;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Tab(DevTools devTools, String session) {
        this.devTools = devTools;
        this.session = session;
        devTools.listen(this::event);
        for (String domain : List.of("Page", "Runtime", "Log")) {
            send(domain + ".enable", Map.of());
        }
    }

    /** Sends any command of the protocol. */
    public JsonNode send(String method, Map<String, ?> parameters) {
        return devTools.send(session, method, parameters);
    }

    private void event(JsonNode event) {
        if (!session.equals(event.path("sessionId").asText())) {
            return;
        }
        JsonNode parameters = event.path("params");
        switch (event.path("method").asText()) {
            case "Runtime.exceptionThrown" ->
                complaints.add(parameters.path("exceptionDetails").toString());
            case "Runtime.consoleAPICalled" -> {
                if (List.of("error", "warning", "assert")
                        .contains(parameters.path("type").asText())) {
                    complaints.add(parameters.path("args").toString());
                }
            }
            case "Log.entryAdded" -> complaints.add(parameters.path("entry").toString());
            case "Page.javascriptDialogOpening" ->
                complaints.add("dialog: " + parameters.path("message").asText());
            default -> {}
        }
    }

    /** Loads an address anew, also if it differs from the current one after the hash only. */
    public Tab open(String url) {
        send("Page.navigate", Map.of("url", "about:blank"));
        complaints.clear();
        send("Page.navigate", Map.of("url", url));
        await("location.href !== 'about:blank' && document.readyState === 'complete'");
        return this;
    }

    /** The size of the window, and whether its user likes it dark. */
    public Tab look(int width, int height, boolean dark) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        return this;
    }

    /** The value of an expression, promises awaited. */
    public JsonNode eval(String expression) {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + "\n" + answer.get("exceptionDetails"));
        }
        return answer.get("result").path("value");
    }

    /** Waits until an expression is true. */
    public Tab await(String condition) {
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000L;
        String look =
                "new Promise((done) => { const end = performance.now() + 500; const look = () => { let holds = false;"
                        + " try { holds = Boolean(" + condition + "); } catch { }"
                        + " if (holds || performance.now() > end) done(holds); else setTimeout(look, 20); }; look(); })";
        while (System.nanoTime() < end) {
            try {
                if (eval(look).asBoolean()) {
                    return this;
                }
            } catch (IllegalStateException e) {
                // The page that was asked went away while another was loading.
            }
        }
        throw new AssertionError("Not true within " + PATIENCE_MS + " ms: " + condition + "\nThe page says: "
                + eval("document.body.innerText").asText() + "\n" + complaints);
    }

    /** Waits until the page shows a text, as people see it. */
    public Tab awaitText(String text) {
        return await("document.body.innerText.replace(/\\s+/g, ' ').includes(" + quoted(text) + ")");
    }

    /** What a part of the page says, in one line. */
    public String text(String selector) {
        await("document.querySelector(" + quoted(selector) + ")");
        return eval("document.querySelector(" + quoted(selector) + ").innerText.replace(/\\s+/g, ' ').trim()")
                .asText();
    }

    /** How many elements there are. */
    public int count(String selector) {
        return eval("document.querySelectorAll(" + quoted(selector) + ").length")
                .asInt();
    }

    /** Clicks the first visible element, found by a selector, whose text contains {@code text}. */
    public Tab click(String selector, String text) {
        String find = "[...document.querySelectorAll(" + quoted(selector) + ")].find((one) => one.checkVisibility()"
                + " && (one.innerText + (one.ariaLabel ?? '')).includes(" + quoted(text) + "))";
        await(find);
        JsonNode at =
                eval("(() => { const one = " + find + "; one.scrollIntoView({block: 'nearest', behavior: 'instant'});"
                        + " const box = one.getBoundingClientRect(); const x = box.x + Math.min(box.width / 2, 200);"
                        + " const y = box.y + box.height / 2; const hit = document.elementFromPoint(x, y);"
                        + " return {x, y, hit: one.contains(hit) || hit?.contains(one)}; })()");
        if (!at.get("hit").asBoolean()) {
            throw new AssertionError("Something covers " + selector + " '" + text + "'");
        }
        for (String type : List.of("mousePressed", "mouseReleased")) {
            send(
                    "Input.dispatchMouseEvent",
                    Map.of("type", type, "x", at.get("x"), "y", at.get("y"), "button", "left", "clickCount", 1));
        }
        return this;
    }

    /** Presses a key: a name such as {@code ArrowDown}, or a letter. */
    public Tab press(String key) {
        int code = KEYS.getOrDefault(key, (int) Character.toUpperCase(key.charAt(0)));
        String text = key.length() == 1 ? key : key.equals("Enter") ? "\r" : "";
        send(
                "Input.dispatchKeyEvent",
                Map.of("type", "keyDown", "key", key, "windowsVirtualKeyCode", code, "text", text));
        send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
        return this;
    }

    /** Writes where the cursor is. */
    public Tab type(String text) {
        send("Input.insertText", Map.of("text", text));
        return this;
    }

    /** The window's content as PNG. */
    public byte[] screenshot() {
        return Base64.getDecoder()
                .decode(send("Page.captureScreenshot", Map.of("format", "png"))
                        .get("data")
                        .asText());
    }

    /** Exceptions, errors and warnings in the browser's console, and dialogs, since the page was opened. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    static String quoted(String text) {
        return DevTools.JSON.valueToTree(text).toString();
    }
}
