package dev.lockkeeper.bootstrap.architecture.planted.adapter.zoho.crm;

import java.util.Optional;

@SuppressWarnings("DoNotCallSuggester") // Nobody calls it.
final class ThrowsAnything {

    static void runtimeException() {
        throw new RuntimeException("anything");
    }

    static void error() {
        throw new Error("anything");
    }

    static String byReference(Optional<String> answer) {
        return answer.orElseThrow(RuntimeException::new);
    }

    static String inALambda(Optional<String> answer) {
        return answer.orElseThrow(() -> new RuntimeException("anything"));
    }
}
