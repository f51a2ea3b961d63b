package io.sreobservability.sreagent.cli;

import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** Colours for progress lines, or none: not on a terminal, or {@code NO_COLOR} (https://no-color.org) is set. */
record ConsoleStyle(boolean colour) {
    static ConsoleStyle detect(Map<String, String> environment) {
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new ConsoleStyle(!unwanted && Ansi.AUTO.enabled());
    }

    String bold(String text) {
        return paint("1", text);
    }

    String red(String text) {
        return paint("31", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
