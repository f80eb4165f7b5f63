package dev.lockkeeper.bootstrap.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final String WHOLE = "HTTP/1.1 201 Created\r\nContent-Length: 9\r\nDate: now\r\n\r\n{\"id\":\"7\"";

    @Test
    void isThereOnceItsLastByteIs() {
        for (int received = 0; received < WHOLE.length(); received++) {
            assertThat(Answer.of(Answer.ascii(WHOLE), received)).isEmpty();
        }
        Answer answer = of(WHOLE).orElseThrow();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).isEqualTo(WHOLE);
        assertThat(answer.quotedBehind(Answer.ascii("\"id\":\""))).containsExactly('7');
    }

    @Test
    void mayHaveNoBody() {
        assertThat(of("HTTP/1.1 204 No Content\r\ndate: now\r\n\r\n")
                        .orElseThrow()
                        .status())
                .isEqualTo(204);
    }

    @Test
    void isNotGuessedAt() {
        assertThatThrownBy(() -> of("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"))
                .hasMessageContaining("No content-length");
        assertThatThrownBy(() -> of(WHOLE + "HTTP/1.1 200 OK")).hasMessageContaining("More than one answer");
        Answer answer = of(WHOLE).orElseThrow();
        assertThatThrownBy(() -> answer.quotedBehind(Answer.ascii("\"name\":\"")))
                .hasMessageContaining("Not as expected");
    }

    private static Optional<Answer> of(String text) {
        return Answer.of(Answer.ascii(text), text.length());
    }
}
