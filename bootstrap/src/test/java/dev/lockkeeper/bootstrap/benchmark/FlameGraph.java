package dev.lockkeeper.bootstrap.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where a process spends its time, drawn from the stacks that a profiler found: each box is as wide as its part of all, and
 * stands on who called it. Frames of a library that follow each other are one box, or the graph would be a hundred high.
 */
final class FlameGraph {

    private static final int WIDTH = 1200;
    private static final int HEIGHT_OF_BOX = 17;
    private static final double WIDTH_OF_LETTER = 6.2;
    private static final int MARGIN = 3;

    /** Narrower boxes, in parts of the whole, are left out. */
    private static final double NARROWEST = 0.004;

    private static final String OURS = "dev.lockkeeper.";
    private static final int WORDS_OF_LIBRARY = 3;

    private final Box all = new Box();
    private long samples;

    private static final class Box {

        private long width;
        private final Map<String, Box> above = new TreeMap<>();

        int height(double narrowest) {
            return 1
                    + above.values().stream()
                            .filter(box -> box.width >= narrowest)
                            .mapToInt(box -> box.height(narrowest))
                            .max()
                            .orElse(0);
        }
    }

    /** @param stacks one a line, the outermost frame first, with semicolons between frames and the number of samples behind */
    static FlameGraph of(Stream<String> stacks) {
        FlameGraph graph = new FlameGraph();
        stacks.forEach(graph::add);
        return graph;
    }

    private void add(String line) {
        int behindStack = line.lastIndexOf(' ');
        long count = Long.parseLong(line.substring(behindStack + 1));
        samples += count;
        all.width += count;
        Box box = all;
        for (String name : named(line.substring(0, behindStack).split(";", -1))) {
            box = box.above.computeIfAbsent(name, _ -> new Box());
            box.width += count;
        }
    }

    private static List<String> named(String[] frames) {
        List<String> names = new ArrayList<>();
        for (String frame : frames) {
            String name = name(frame);
            if (names.isEmpty() || !names.getLast().equals(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** A method of ours, a library's package, a thread's kind, or the kernel and the JVM by what they do. */
    private static String name(String frame) {
        String readable = frame.replace('/', '.').replaceFirst("_\\[.\\]$", "").replaceAll("\\$?\\$Lambda.*", "");
        if (readable.startsWith("[")) {
            return readable.replaceAll("[-#]?\\d+|tid=\\d+", "").replace(" ", "");
        }
        if (readable.startsWith(OURS)) {
            return readable.substring(readable.lastIndexOf('.', readable.lastIndexOf('.') - 1) + 1);
        }
        String[] words = readable.split("\\.", -1);
        if (words.length <= WORDS_OF_LIBRARY) {
            return words.length == 1 && !readable.contains("::") ? "native" : words[0].replaceFirst("::.*", "");
        }
        return String.join(".", List.of(words).subList(0, Math.min(WORDS_OF_LIBRARY, words.length - 2)));
    }

    /** As an image. */
    String svg(String title) {
        int height = (all.height(NARROWEST * samples) + 2) * HEIGHT_OF_BOX;
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
                font-family="monospace" font-size="10">
                <title>%3$s</title>
                <rect width="%1$d" height="%2$d" fill="white"/>
                """.formatted(WIDTH, height, escaped(title)));
        draw(svg, title + ", " + samples + " samples", all, 0, height - HEIGHT_OF_BOX);
        return svg.append("</svg>\n").toString();
    }

    private void draw(StringBuilder svg, String name, Box box, double left, int top) {
        double width = (double) WIDTH * box.width / samples;
        if (box.width < NARROWEST * samples) {
            return;
        }
        int letters = (int) ((width - 2 * MARGIN) / WIDTH_OF_LETTER);
        String label = letters < MARGIN ? "" : name.substring(0, Math.min(letters, name.length()));
        svg.append(String.format(
                Locale.ROOT,
                "<g><title>%s, %.1f %%</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\" "
                        + "stroke=\"white\"/><text x=\"%.1f\" y=\"%d\">%s</text></g>%n",
                escaped(name),
                100.0 * box.width / samples,
                left,
                top,
                width,
                HEIGHT_OF_BOX,
                colour(name),
                left + MARGIN,
                top + HEIGHT_OF_BOX - 5,
                escaped(label)));
        double next = left;
        for (Map.Entry<String, Box> above : box.above.entrySet()) {
            draw(svg, above.getKey(), above.getValue(), next, top - HEIGHT_OF_BOX);
            next += (double) WIDTH * above.getValue().width / samples;
        }
    }

    private static String colour(String name) {
        if (Character.isUpperCase(name.charAt(0)) && name.contains(".")) {
            return "#f4a582";
        }
        return name.startsWith("io.micronaut") || name.startsWith("reactor")
                ? "#92c5de"
                : name.startsWith("io.netty")
                        ? "#b8e186"
                        : name.startsWith("org.postgresql") || name.startsWith("com.zaxxer") ? "#d5b8e8" : "#dddddd";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
