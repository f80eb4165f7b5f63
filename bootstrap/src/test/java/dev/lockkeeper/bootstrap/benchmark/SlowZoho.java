package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.domain.configuration.LockType;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The stand-in for Zoho CRM in a process of its own, so that nobody measures its work, and with an answer time. */
final class SlowZoho implements AutoCloseable {

    static final String MODULE = "Deals";

    private final Process process;
    private final BufferedReader output;
    private final BufferedWriter input;
    private final long[] records;
    private final String url;

    private SlowZoho(Process process) throws IOException {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.url = "http://127.0.0.1:" + output.readLine();
        this.records = Arrays.stream(output.readLine().split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** Takes the milliseconds of an answer and how many records there are; ends when its input does. */
    public static void main(String[] arguments) throws IOException {
        try (ZohoStandIn zoho = new ZohoStandIn();
                BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            zoho.latency(Duration.ofMillis(Long.parseLong(arguments[0])));
            zoho.configure(MODULE, LockType.BOTH);
            StringBuilder records = new StringBuilder();
            for (int record = 0; record < Integer.parseInt(arguments[1]); record++) {
                records.append(zoho.addRecord(MODULE).record()).append(' ');
            }
            System.out.println(zoho.url().getPort());
            System.out.println(records);
            while (asked.readLine() != null) {
                Map<String, Long> counts = zoho.received().stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
                System.out.println(counts);
            }
        }
    }

    /** Starts it with the libraries that this process has. */
    static SlowZoho start(Duration answerTime, int records) throws IOException {
        return new SlowZoho(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        SlowZoho.class.getName(),
                        Long.toString(answerTime.toMillis()),
                        Integer.toString(records))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The address of both the accounts server and the CRM. */
    String url() {
        return url;
    }

    /** One of the records of {@link #MODULE}. */
    long record(int number) {
        return records[number];
    }

    /** How many calls have arrived so far, by their names. */
    Map<String, Long> received() throws IOException {
        input.newLine();
        input.flush();
        String counts = output.readLine();
        return Arrays.stream(counts.substring(1, counts.length() - 1).split(", "))
                .map(count -> count.split("="))
                .filter(count -> count.length == 2)
                .collect(Collectors.toMap(count -> count[0], count -> Long.valueOf(count[1]), Long::sum, TreeMap::new));
    }

    @Override
    public void close() throws IOException {
        input.close();
        process.onExit().join();
        output.close();
    }
}
