package dev.lockkeeper.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that shows the API document: for everyone, and without anything of another host. */
class DocumentPageTest {

    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    @RegisterExtension
    static final Service service = new Service();

    @Test
    void showsTheDocumentToEveryone() {
        Answer answer = service.anonymous("GET", "/openapi/lockkeeper.yaml").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).hasValue("application/yaml; charset=utf-8");
        assertThat(answer.text()).startsWith("openapi: 3.0");
    }

    @Test
    void refersToWhatTheServiceServesAndToNothingElse() {
        Answer page = service.anonymous("GET", "/docs").send();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(page.header("content-security-policy")).hasValue(POLICY);
        List<String> references = REFERENCE
                .matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(references).hasSizeGreaterThan(4).allSatisfy(reference -> {
            assertThat(reference).startsWith("/").doesNotStartWith("//");
            assertThat(service.anonymous("GET", reference).send().status())
                    .as(reference)
                    .isEqualTo(200);
        });
        assertThat(page.text()).doesNotContain("://");
    }

    @Test
    void runsScriptsFromFilesOnly() {
        Matcher script = Pattern.compile("<script[^>]*>(.*?)</script>", Pattern.DOTALL)
                .matcher(service.anonymous("GET", "/docs").send().text());

        assertThat(script.results().map(found -> found.group(1))).hasSize(2).containsOnly("");
    }

    @Test
    void loadsTheDocumentFromTheServiceAndShowsItToNoOther() {
        String script = service.anonymous("GET", "/docs/page.js").send().text();

        assertThat(script)
                .contains("url: \"/openapi/lockkeeper.yaml\"", "validatorUrl: null")
                .doesNotContain("://");
    }

    @Test
    void loadsNoStyleOrFontFromElsewhere() {
        String style = service.anonymous("GET", "/docs/swagger-ui.css").send().text();

        assertThat(Pattern.compile("url\\(([^)]*)\\)|@import")
                        .matcher(style)
                        .results()
                        .map(found -> found.group()))
                .allMatch(found -> found.startsWith("url(data:") || found.startsWith("url(\"data:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/page.html",
                "/docs/lockkeeper.yaml",
                "/docs/swagger-ui-bundle.js.map",
                "/docs/..%2fpage.js",
                "/docs/%2e%2e%2f%2e%2e%2fapplication.properties",
                "/openapi/other.yaml",
                "/docs/page.js/more"
            })
    void servesNothingElse(String path) {
        assertThat(service.call("GET", path).send().status()).isEqualTo(404);
    }
}
