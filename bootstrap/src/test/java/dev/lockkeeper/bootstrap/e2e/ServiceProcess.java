package dev.lockkeeper.bootstrap.e2e;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The packaged service in a process of its own, with nothing of the tests' environment that could steer it. */
public final class ServiceProcess implements AutoCloseable {

    /** The first administrator's token, where a test chooses it. */
    public static final String TOKEN = "end-to-end.administrator";

    private static final Path JAR = Path.of(System.getProperty("lockkeeper.jar"));
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern LISTENS = Pattern.compile("Lockkeeper listens on (https?://[^ ]+)\\.");
    private static final Pattern MADE_UP_TOKEN = Pattern.compile("Zoho-oauthtoken (lk_[A-Za-z0-9_-]+)");

    /** What reads it is the service, its launcher, or Java. */
    private static final Pattern STEERING =
            Pattern.compile("(LOCKKEEPER|MICRONAUT|DATASOURCES|ZOHO)_.*|JAVA_OPTS|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS");

    private final Process process;
    private final Thread reader;
    private final List<String> output = new ArrayList<>();

    private ServiceProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::readOutput);
    }

    /** How to start one: by its launcher, with the Java that runs the test. */
    public static final class Builder {

        private final Map<String, String> environment = new HashMap<>(Map.of("MICRONAUT_SERVER_PORT", "0"));
        private List<String> command = List.of();
        private @Nullable File folder;

        private Builder() {
            launcher(JAR.resolveSibling("lockkeeper"));
        }

        public Builder with(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** On a database that the test made, with {@link #TOKEN}. */
        public Builder on(TestDatabase database) {
            return with("DATASOURCES_DEFAULT_URL", database.url())
                    .with("DATASOURCES_DEFAULT_USERNAME", database.username())
                    .with("DATASOURCES_DEFAULT_PASSWORD", database.password())
                    .with("LOCKKEEPER_ADMIN_TOKEN", TOKEN);
        }

        /** On the embedded database in this folder. */
        public Builder on(Path dataFolder) {
            return with("LOCKKEEPER_DATA_DIR", dataFolder.toString());
        }

        /** One more option of the service's JVM. */
        public Builder javaOption(String option) {
            return with("JAVA_OPTS", (environment.getOrDefault("JAVA_OPTS", "") + " " + option).strip());
        }

        /** Without its launcher, and so without the options and the cache that it brings. */
        public Builder plainJar() {
            return command(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        }

        /** By another launcher than the one in the folder of the packaged service; it finds the Java that runs the test. */
        Builder launcher(Path launcher) {
            return command(List.of(launcher.toString())).with("JAVA_HOME", System.getProperty("java.home"));
        }

        /** With this working directory, in place of the test's own. */
        Builder in(Path folder) {
            this.folder = folder.toFile();
            return this;
        }

        public Builder command(List<String> words) {
            this.command = words;
            return this;
        }

        /** Starts the process and does not wait for it. */
        public ServiceProcess launch() {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder).redirectErrorStream(true);
            builder.environment()
                    .keySet()
                    .removeIf(name -> STEERING.matcher(name).matches());
            builder.environment().putAll(environment);
            try {
                return new ServiceProcess(builder.start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Starts the process and waits until it listens. */
        public ServiceProcess start() {
            ServiceProcess service = launch();
            try {
                service.await(ServiceProcess::saysThatItListens);
                return service;
            } catch (AssertionError e) {
                service.kill();
                throw e;
            }
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (Optional<String> line = next(lines); line.isPresent(); line = next(lines)) {
                synchronized (output) {
                    output.add(line.get());
                    output.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (output) {
                output.notifyAll();
            }
        }
    }

    private static Optional<String> next(BufferedReader lines) throws IOException {
        return Optional.ofNullable(lines.readLine());
    }

    /** The whole message, which ends with a blank line after the curl line or what stands for it; logs may follow. */
    private static boolean saysThatItListens(String printed) {
        int message = printed.indexOf("Lockkeeper listens on ");
        return message >= 0
                && printed.substring(message).replace("Lock a record:\n\n", "").contains("\n\n");
    }

    /** Waits until the process has printed what is wanted. */
    public String await(Predicate<String> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (output) {
            while (!wanted.test(output())) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0 || (!process.isAlive() && !reader.isAlive())) {
                    throw new AssertionError("The service did not print what was waited for:\n" + output());
                }
                try {
                    output.wait(Math.min(left, 200));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError(e);
                }
            }
        }
        return output();
    }

    /** Everything printed so far. */
    public String output() {
        synchronized (output) {
            return output.isEmpty() ? "" : String.join("\n", output) + "\n";
        }
    }

    public String url() {
        Matcher matcher = LISTENS.matcher(output());
        if (!matcher.find()) {
            throw new AssertionError("The service does not listen:\n" + output());
        }
        return matcher.group(1);
    }

    /** A client with the token that the first start on an embedded database printed. */
    Client clientWithPrintedToken() {
        Matcher matcher = MADE_UP_TOKEN.matcher(output());
        if (!matcher.find()) {
            throw new AssertionError("The service printed no token:\n" + output());
        }
        return new Client(url(), matcher.group(1));
    }

    public Client client() {
        return new Client(url(), TOKEN);
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** SIGKILL: nothing of the process runs after it. */
    void kill() {
        // Not by the process itself, which would close its output as well, here and below.
        handle().destroyForcibly();
        exitCode();
    }

    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The service does not end:\n" + output());
            }
            reader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sends SIGTERM and waits for the end. */
    int stop() {
        handle().destroy();
        return exitCode();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
