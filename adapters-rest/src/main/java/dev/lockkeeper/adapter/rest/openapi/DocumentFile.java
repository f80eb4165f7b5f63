package dev.lockkeeper.adapter.rest.openapi;

import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/** What is shown of the document: itself, our page, and the files of Swagger UI that the page needs. */
enum DocumentFile {
    DOCUMENT("lockkeeper.yaml", MediaType.of("application/yaml; charset=utf-8"), "/META-INF/swagger/lockkeeper.yml"),
    PAGE("page.html", MediaType.of("text/html; charset=utf-8"), "page.html"),
    SCRIPT("page.js", MediaType.of("text/javascript; charset=utf-8"), "page.js"),
    VIEWER(
            "swagger-ui-bundle.js",
            MediaType.of("text/javascript; charset=utf-8"),
            Viewer.FOLDER + "swagger-ui-bundle.js"),
    STYLE("swagger-ui.css", MediaType.of("text/css; charset=utf-8"), Viewer.FOLDER + "swagger-ui.css"),
    ICON("favicon-32x32.png", MediaType.IMAGE_PNG_TYPE, Viewer.FOLDER + "favicon-32x32.png");

    private final String publicName;
    private final MediaType type;
    private final byte[] content;

    DocumentFile(String publicName, MediaType type, String resource) {
        this.publicName = publicName;
        this.type = type;
        this.content = read(resource);
    }

    /** The file of this name that the page refers to. */
    static Optional<DocumentFile> ofPage(String publicName) {
        return Arrays.stream(values())
                .filter(file -> file != DOCUMENT && file != PAGE && file.publicName.equals(publicName))
                .findFirst();
    }

    MediaType type() {
        return type;
    }

    byte[] content() {
        return content;
    }

    private static byte[] read(String resource) {
        try (InputStream stream = DocumentFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Not packaged: " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(resource, e);
        }
    }

    /** Where the webjar of Swagger UI keeps its files: in a folder named after its version. */
    private static final class Viewer {

        static final String FOLDER = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";

        private static String version() {
            String about = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
            try (InputStream stream = DocumentFile.class.getResourceAsStream(about)) {
                if (stream == null) {
                    throw new IllegalStateException("Not packaged: " + about);
                }
                Properties properties = new Properties();
                properties.load(stream);
                return properties.getProperty("version");
            } catch (IOException e) {
                throw new IllegalStateException(about, e);
            }
        }
    }
}
