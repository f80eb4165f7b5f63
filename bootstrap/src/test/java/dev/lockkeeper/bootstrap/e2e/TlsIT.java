package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service with a certificate of its own: TLS 1.2 and 1.3 on its one port, and nothing else. */
class TlsIT {

    private static final String PASSWORD = "opens.the.key.store";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private static Path store;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        store = folder.resolve("lockkeeper.p12");
        makeCertificate(store);
        service = with(store, PASSWORD).on(TestDatabase.create()).start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void itsAddressSaysSo() {
        assertThat(service.url()).startsWith("https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void answersOver(String protocol) throws Exception {
        HttpResponse<String> answer = get("/api/v1/locks", protocol);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo(protocol);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=63072000");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void refusalsPromiseTlsToo() throws Exception {
        assertThat(get("/nothing", "TLSv1.3").headers().firstValue("Strict-Transport-Security"))
                .isPresent();
    }

    /** Java's own client cannot be made to speak it any more, so that this is what another would begin with. */
    @ParameterizedTest
    @CsvSource({"0301, TLS 1.0", "0302, TLS 1.1"})
    void refusesOlderVersions(String version, String name) throws IOException {
        String hello = version + "00".repeat(32) + "00" + "0006c013c009002f" + "0100";
        String length = "%04x".formatted(hello.length() / 2);
        byte[] record = HexFormat.of().parseHex("160301%04x0100%s%s".formatted(hello.length() / 2 + 4, length, hello));
        URI url = URI.create(service.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(record);
            byte[] alert = socket.getInputStream().readNBytes(7);

            // A fatal alert (RFC 8446, section 6): protocol_version.
            assertThat(alert).as(name).hasSize(7).startsWith(21).endsWith(2, 70);
        }
    }

    @Test
    void refusesPlainHttp() throws IOException {
        try (RawConnection plain = RawConnection.to(service)) {
            plain.send("GET /health/liveness HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(plain.readToTheEnd(PATIENCE)).doesNotContain("HTTP/");
        }
    }

    @Test
    void doesNotStartWithAKeyStoreThatItCannotOpen() {
        mustNameTheKeyStore(with(store, "another.password"));
        mustNameTheKeyStore(with(folder.resolve("there-is-none.p12"), PASSWORD));
        mustNameTheKeyStore(ServiceProcess.builder().with("MICRONAUT_SERVER_SSL_ENABLED", "true"));
    }

    private static void mustNameTheKeyStore(ServiceProcess.Builder builder) {
        try (ServiceProcess refused = builder.on(folder.resolve("data")).launch()) {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.output())
                    .startsWith("MICRONAUT_SERVER_SSL_KEY_STORE_PATH: ")
                    .hasLineCount(1)
                    .doesNotContain(PASSWORD, "another.password");
        }
    }

    private static ServiceProcess.Builder with(Path keyStore, String password) {
        return ServiceProcess.builder()
                .with("MICRONAUT_SERVER_SSL_ENABLED", "true")
                .with("MICRONAUT_SERVER_SSL_KEY_STORE_PATH", "file:" + keyStore)
                .with("MICRONAUT_SERVER_SSL_KEY_STORE_PASSWORD", password);
    }

    private static HttpResponse<String> get(String path, String protocol) throws Exception {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {protocol});
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(trusting(store))
                .sslParameters(parameters)
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(service.url() + path))
                            .header("Authorization", "Bearer " + ServiceProcess.TOKEN)
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static SSLContext trusting(Path keyStore) throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keyStore)) {
            own.load(file, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("lockkeeper", own.getCertificate("lockkeeper"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static void makeCertificate(Path keyStore) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "lockkeeper",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD))
                .inheritIO()
                .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(made.exitValue()).isZero();
    }
}
