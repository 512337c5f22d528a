package id.capaian.kernel.health;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The signal TERM, before the container hears of it. A shutdown hook would be too late: hooks run beside each other, and
 * Payara's cuts running requests after two seconds, whatever others wait for.
 *
 * <p>Java's own class for signals is supported (module jdk.unsupported) but warned about by the compiler, which fails the
 * build; hence by name.
 */
final class TermSignal {

    private final Object signal;
    private final Class<?> handlerType;
    private Object before;

    TermSignal() throws ReflectiveOperationException {
        ClassLoader java = ClassLoader.getSystemClassLoader();
        this.handlerType = Class.forName("sun.misc.SignalHandler", true, java);
        this.signal = Class.forName("sun.misc.Signal", true, java).getConstructor(String.class).newInstance("TERM");
    }

    /**
     * Calls this from now on, on a thread of its own, instead of ending the process.
     *
     * @throws ReflectiveOperationException when this Java lets nobody have the signal (option {@code -Xrs})
     */
    void call(Runnable act) throws ReflectiveOperationException {
        MethodHandle run = MethodHandles.publicLookup()
                .findVirtual(Runnable.class, "run", MethodType.methodType(void.class)).bindTo(act);
        before = handle(MethodHandleProxies.asInterfaceInstance(handlerType,
                MethodHandles.dropArguments(run, 0, signal.getClass())));
    }

    /** As it was before. */
    void restore() throws ReflectiveOperationException {
        if (before != null) {
            handle(before);
        }
    }

    private Object handle(Object handler) throws ReflectiveOperationException {
        return signal.getClass().getMethod("handle", signal.getClass(), handlerType).invoke(null, signal, handler);
    }
}
