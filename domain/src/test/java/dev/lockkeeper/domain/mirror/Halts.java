package dev.lockkeeper.domain.mirror;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that can be halted between any two of its steps, as by a power cut: the calls of the ports that it goes
 * through count, and one of them, before or after it took effect, never returns to the process. From then on the process
 * does nothing any more.
 */
public final class Halts {

    private final AtomicInteger countdown;
    private final AtomicBoolean halted = new AtomicBoolean();

    /** @param after how many boundaries are passed: each call has two, one before it and one after it */
    public Halts(int after) {
        this.countdown = new AtomicInteger(after);
    }

    /** A process that goes on for ever. */
    public static Halts never() {
        return new Halts(Integer.MAX_VALUE);
    }

    /** The process has come to its end; nobody but a test catches it. */
    public static final class Halted extends Error {

        private static final long serialVersionUID = 1L;

        Halted() {
            super("Halted here", null, false, false);
        }
    }

    /** Whether the process has been halted. */
    public boolean isHalted() {
        return halted.get();
    }

    /** The port as this process has it. A view of itself that a port hands out is no step, but goes through steps. */
    public <T> T around(Class<T> port, T target) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    if (port.equals(method.getReturnType())) {
                        return around(port, port.cast(method.invoke(target, arguments)));
                    }
                    pass();
                    try {
                        Object result = method.invoke(target, arguments);
                        pass();
                        return result;
                    } catch (InvocationTargetException e) {
                        pass();
                        throw e.getCause();
                    }
                }));
    }

    private void pass() {
        if (halted.get() || countdown.getAndDecrement() <= 0) {
            halted.set(true);
            throw new Halted();
        }
    }
}
