package dev.lockkeeper.bootstrap.architecture.planted.application.lock;

import java.util.Locale;

final class NamesItsLocale {

    static String lower(String text) {
        return String.format(Locale.ROOT, "%s", text.toLowerCase(Locale.ROOT));
    }
}
