package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.domain.store.StoreUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ports that are watched, or away at times, in front of others. */
final class Doubles {

    /** A call of a port. */
    record PortCall(String method, List<Object> arguments) {}

    private interface Before {
        void call(Method method, Object[] arguments);
    }

    private Doubles() {}

    /** Tells of every call before it is made. */
    static <T> T watched(Class<T> port, T behind, Consumer<PortCall> watcher) {
        return inFront(
                port,
                behind,
                (method, arguments) -> watcher.accept(new PortCall(method.getName(), List.of(arguments))));
    }

    /** Cannot be reached while it is said to be away. */
    static <T> T unlessAway(Class<T> port, T behind, BooleanSupplier away) {
        return inFront(port, behind, (_, _) -> {
            if (away.getAsBoolean()) {
                throw new StoreUnavailable(StoreUnavailable.Step.UNKNOWN, new IllegalStateException("Told to be away"));
            }
        });
    }

    private static <T> T inFront(Class<T> port, T behind, Before before) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, given) -> {
            Object[] arguments = given == null ? new Object[0] : given;
            before.call(method, arguments);
            return result(behind, method, arguments);
        }));
    }

    private static @Nullable Object result(Object behind, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(behind, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
