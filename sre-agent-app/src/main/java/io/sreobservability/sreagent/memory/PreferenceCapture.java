package io.sreobservability.sreagent.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads wishes from what a user wrote: "escalate to ops@company.com", "notify #team". Only the user's {@link OwnWords} count, and
 * in them only what is told us to do; neither an answer of a tool or model nor a pasted alert must be able to redirect alarms.
 */
public final class PreferenceCapture {
    private static final int MOST_TARGETS = 5;

    /** An address with dots on both sides of the at sign, a handle, or a channel. A sentence's full stop is not part of it. */
    private static final String TARGET =
            "(?:[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,5}"
                    + "|(?<![\\w.@])@[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?"
                    + "|(?<![\\w#])#[A-Za-z](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9])?)";

    private static final String LINK = "(?:and|then|but|also|always)\\s+";

    /** Where a clause begins, or a word after which a command does; after a link only one that goes on. */
    private static final String BEGIN =
            "(?:^\\s*(?:" + LINK + ")?|[,;]\\s+(?:but\\s+)?|\\bplease\\s+|(?<link>\\b" + LINK + "))";

    /** How a sentence begins that tells us to do something. Words that are nouns as well need more behind them. */
    private static final Pattern OPENING = Pattern.compile("(?i)^\\s*(?:please|(?:analy[sz]e|check|compare|diagnose"
            + "|escalate|explain|find|fix|inform|investigate|look|notify|restart|see|send|show|summari[sz]e|tell|verify"
            + "|wait)\\b(?!['’-])|(?:alert|contact|page|post|review|trace|watch)\\s+(?:the|our|my|me|us|everyone)\\b)");

    private static final String WORD = "\\s+[\\w'’-]{1,30}";

    /** Contact X; notify the team in X; send updates to X. The verb is told apart from the noun by what comes next. */
    private static final String COMMAND = "(?:"
            + "(?:contact|page|notify|alert|tell|inform)(?:\\s+(?:the|our|my|team|channel|only)){0,2}"
            + "|(?:notify|alert|tell|inform)\\s+(?:us|me|them|everyone|everybody|(?:the|our|my)(?:" + WORD
            + "){1,3}?)\\s+(?:in|on|at|via|through)"
            + "|reach\\s+out\\s+to|escalate(?:" + WORD + "){0,6}?\\s+to"
            + "|(?:send|post)(?:" + WORD + "){0,6}?\\s+(?:to|in|on|at))";

    /** What may follow: "Alert #pager-down fired" has an alert in it, and no command. */
    private static final String END = "(?=\\s*[.,;!)]++(?:\\s|$)|\\s*$"
            + "|\\s+(?:about|and|as|asap|at|because|before|but|by|channel|directly|each|every|first|for|from|if|immediately|in|instead"
            + "|now|of|on|only|or|please|so|that|team|then|today|too|unless|until|via|when|whenever|while|with|without)\\b)";

    private static final Pattern WISH =
            Pattern.compile("(?i)" + BEGIN + "(?<command>" + COMMAND + ")(?:\\s+(?:the|our))?" + "\\s+(?<targets>"
                    + TARGET + "(?:(?:\\s*,\\s*|\\s+)(?:and\\s+|or\\s+)?" + TARGET + "){0,4})" + END);

    private static final Pattern ONE = Pattern.compile(TARGET);
    private static final Pattern NEGATION = Pattern.compile("(?i)\\b(?:not|never|nobody|without|stop)\\b|n['’]t\\b");
    private static final Pattern CLAUSE = Pattern.compile("[,;]\\s|\\bbut\\b");

    private PreferenceCapture() {}

    /** The wishes in a text that a user wrote. */
    public static Wishes wishes(String text) {
        List<String> contacts = new ArrayList<>();
        List<String> channels = new ArrayList<>();
        OwnWords.sentences(text).forEach(sentence -> read(sentence, contacts, channels));
        return new Wishes(contacts, channels);
    }

    private static void read(String sentence, List<String> contacts, List<String> channels) {
        Matcher wishes = WISH.matcher(sentence);
        // "We restart it and page @jane" tells what happens, "Restart it and page @jane" what is wanted.
        boolean commands = OPENING.matcher(sentence).lookingAt();
        while (wishes.find()) {
            if ((commands || wishes.group("link") == null) && !negated(sentence, wishes.start("command"))) {
                commands = true;
                Matcher targets = ONE.matcher(wishes.group("targets"));
                while (targets.find()) {
                    String target = targets.group();
                    addOnce(target.startsWith("#") ? channels : contacts, target);
                }
            }
        }
    }

    /** Whether the clause says before this place that something is not to be done. */
    private static boolean negated(String sentence, int place) {
        int begin = CLAUSE.matcher(sentence.substring(0, place))
                .results()
                .mapToInt(found -> found.end())
                .max()
                .orElse(0);
        return NEGATION.matcher(sentence.substring(begin, place)).find();
    }

    private static void addOnce(List<String> targets, String target) {
        if (!targets.contains(target) && targets.size() < MOST_TARGETS) {
            targets.add(target);
        }
    }
}
