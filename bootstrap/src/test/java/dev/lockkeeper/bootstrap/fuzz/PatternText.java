package dev.lockkeeper.bootstrap.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes up texts that match a pattern. Of regular expressions it knows what the document uses: literals, escapes,
 * classes, groups with alternatives, and repetition.
 */
final class PatternText {

    /** How often at most what may be repeated without an end is repeated. */
    private static final int OFTEN = 12;

    private final String pattern;
    private final Random random;
    private int at;

    private PatternText(String pattern, Random random) {
        this.pattern = pattern;
        this.random = random;
    }

    static String of(String pattern, Random random) {
        PatternText text = new PatternText(pattern, random);
        StringBuilder made = new StringBuilder();
        text.alternatives().make(made);
        if (text.at < pattern.length()) {
            throw new IllegalArgumentException("Not understood from " + text.at + " on: " + pattern);
        }
        return made.toString();
    }

    private interface Part {
        void make(StringBuilder text);
    }

    private Part alternatives() {
        List<Part> alternatives = new ArrayList<>(List.of(sequence()));
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            alternatives.add(sequence());
        }
        return text -> alternatives.get(random.nextInt(alternatives.size())).make(text);
    }

    private Part sequence() {
        List<Part> parts = new ArrayList<>();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            parts.add(repeated(single()));
        }
        return text -> parts.forEach(part -> part.make(text));
    }

    private Part single() {
        char next = pattern.charAt(at++);
        return switch (next) {
            case '^', '$' -> _ -> {};
            case '(' -> {
                Part group = alternatives();
                at++;
                yield group;
            }
            case '[' -> {
                String characters = characters();
                yield text -> text.append(characters.charAt(random.nextInt(characters.length())));
            }
            case '\\' -> {
                char literal = pattern.charAt(at++);
                yield text -> text.append(literal);
            }
            default -> text -> text.append(next);
        };
    }

    private String characters() {
        StringBuilder characters = new StringBuilder();
        while (pattern.charAt(at) != ']') {
            char from = pattern.charAt(at++);
            if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
                char to = pattern.charAt(at + 1);
                at += 2;
                for (char character = from; character <= to; character++) {
                    characters.append(character);
                }
            } else {
                characters.append(from);
            }
        }
        at++;
        return characters.toString();
    }

    private Part repeated(Part part) {
        if (at == pattern.length()) {
            return part;
        }
        return switch (pattern.charAt(at)) {
            case '*' -> repeated(part, 0, OFTEN, at + 1);
            case '+' -> repeated(part, 1, OFTEN, at + 1);
            case '?' -> repeated(part, 0, 1, at + 1);
            case '{' -> {
                int end = pattern.indexOf('}', at);
                String[] limits = pattern.substring(at + 1, end).split(",", -1);
                int least = Integer.parseInt(limits[0]);
                int most = limits.length == 1 ? least : Integer.parseInt(limits[1]);
                yield repeated(part, least, most, end + 1);
            }
            default -> part;
        };
    }

    private Part repeated(Part part, int least, int most, int next) {
        at = next;
        return text -> {
            int times = least + random.nextInt(most - least + 1);
            for (int i = 0; i < times; i++) {
                part.make(text);
            }
        };
    }
}
