package dev.lockkeeper.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a run that was killed left of its embedded PostgreSQL. A service that was killed leaves its server running, and a
 * server that was killed leaves processes that are about to notice. They are known by their program, which stands in the
 * data folder. The server is told to stop, which loses nothing, and all are waited for.
 */
final class OrphanedServer {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private OrphanedServer() {}

    /** Returns when nothing runs any more of the programs in this folder, nor under the id in this file. */
    static void stop(Path programs, Path pidFile) throws IOException {
        Path folder = programs.toRealPath();
        List<ProcessHandle> orphans = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> Path.of(command).startsWith(folder))
                        .isPresent())
                .toList();
        try {
            for (ProcessHandle orphan : orphans) {
                boolean leads = orphan.parent().filter(orphans::contains).isEmpty();
                if (leads) {
                    interrupt(orphan);
                }
            }
            for (ProcessHandle orphan : orphans) {
                awaitEnd(orphan);
            }
            Optional<ProcessHandle> unreaped = unreaped(pidFile);
            if (unreaped.isPresent()) {
                awaitEnd(unreaped.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown; Java itself can only send SIGTERM, which has it wait for its clients. */
    private static void interrupt(ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
    }

    private static void awaitEnd(ProcessHandle process) throws IOException, InterruptedException {
        try {
            process.onExit().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("process " + process.pid() + " of an earlier run does not end", e);
        }
    }

    /** A killed server stays in the process table until init takes notice, and PostgreSQL would take it for a living one. */
    private static Optional<ProcessHandle> unreaped(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(pid -> pid.matches("[0-9]{1,10}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(process -> process.info().command().isEmpty());
    }
}
