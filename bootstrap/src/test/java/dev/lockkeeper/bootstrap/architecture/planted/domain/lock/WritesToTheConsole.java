package dev.lockkeeper.bootstrap.architecture.planted.domain.lock;

final class WritesToTheConsole {

    static void hello() {
        System.out.println("hello");
    }
}
