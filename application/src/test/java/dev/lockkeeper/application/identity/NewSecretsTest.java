package dev.lockkeeper.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NewSecretsTest {

    private final NewSecrets secrets = new NewSecrets(() -> {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) 0xff);
        return bytes;
    });

    @Test
    void saysByAPrefixWhatASecretIs() {
        String random = "_".repeat(42) + "8";

        assertThat(secrets.accessToken().value()).isEqualTo("lk_" + random);
        assertThat(secrets.clientSecret().value()).isEqualTo("lks_" + random);
        assertThat(secrets.refreshToken().value()).isEqualTo("lkr_" + random);
    }

    @Test
    void takesNoLessThan256RandomBits() {
        assertThatIllegalStateException().isThrownBy(new NewSecrets(() -> new byte[31])::accessToken);
    }
}
