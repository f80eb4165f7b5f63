package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A folder in which programs of Node's run. */
record NodeFolder(Path folder) {

    private static final int PATIENCE_MINUTES = 5;

    /** Copies files there, and has npm install what their {@code package.json} asks for. */
    static NodeFolder install(Path folder, String source, String... files) throws IOException, InterruptedException {
        for (String file : files) {
            Files.copy(Path.of(source, file), folder.resolve(file));
        }
        NodeFolder installed = new NodeFolder(folder);
        installed.run(Map.of(), "npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error");
        return installed;
    }

    /** Runs a program, which has to exit with 0, and answers what it printed. */
    String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        File output = folder.resolve("output").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String printed = Files.readString(output.toPath(), StandardCharsets.UTF_8);
        assertThat(ended).as("ended in time: %s", printed).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
