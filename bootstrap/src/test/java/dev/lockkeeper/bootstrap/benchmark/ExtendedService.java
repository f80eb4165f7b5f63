package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.e2e.ServiceProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The packaged service with the route of {@code benchmark.constant} added: a folder with the launcher as it is, so that
 * its options are in force, and a jar of the same name that only points to the route and to the service's own jar.
 */
final class ExtendedService {

    private static final String ADDED = ExtendedService.class.getPackageName() + ".constant.";
    private static final String CLASSES = "classes/";

    private final Path folder;

    private ExtendedService(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder, beside the packaged service. */
    static ExtendedService create() throws IOException {
        Path product = Path.of(System.getProperty("lockkeeper.jar"));
        Path folder = Files.createDirectories(product.resolveSibling("benchmark-service"));
        Files.copy(
                product.resolveSibling("lockkeeper"),
                folder.resolve("lockkeeper"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        writePointer(folder.resolve("lockkeeper.jar"), product);
        copyRoute(folder.resolve(CLASSES));
        return new ExtendedService(folder);
    }

    /** One that refuses no load. It logs when it reads the locks into memory, and nothing of each call. */
    ServiceProcess.Builder builder() {
        return ServiceProcess.builder()
                .command(List.of(folder.resolve("lockkeeper").toString()))
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("JAVA_OPTS", "-Dlogger.levels.dev.lockkeeper.adapter.persistence.decision=INFO")
                .with("LOCKKEEPER_ADMIN_TOKEN", ServiceProcess.TOKEN)
                .with("LOCKKEEPER_LOG_LEVEL", "WARN")
                .with("LOCKKEEPER_LIMITS_REQUESTS_PER_SECOND", "0");
    }

    private static void writePointer(Path jar, Path product) throws IOException {
        Manifest manifest;
        try (JarFile packaged = new JarFile(product.toFile())) {
            manifest = new Manifest(packaged.getManifest());
        }
        manifest.getMainAttributes()
                .put(Attributes.Name.CLASS_PATH, CLASSES + " " + product.toUri().getRawPath());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream pointer = new JarOutputStream(file, manifest)) {
            pointer.finish();
        }
    }

    /** Its classes, and the files that make Micronaut find them: what has the package in its path or in its name. */
    private static void copyRoute(Path classes) throws IOException {
        Path tests = testClasses();
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = tests.relativize(file);
                if (relative.toString().replace('/', '.').contains(ADDED)) {
                    Path copy = classes.resolve(relative);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static Path testClasses() throws IOException {
        try {
            return Path.of(ExtendedService.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
