package id.capaian.kernel.tenancy;

import id.capaian.kernel.identity.Caller;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.util.Arrays;

/** Stands inside the transaction and before the use case: says on whose behalf the transaction runs. */
@OpensWork(Work.Door.TENANT)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 210)
class DoorKeeper implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final ClassValue<Work.Door> DOORS = new Doors();

    private final transient TransactionWork transactionWork = new TransactionWork();

    @Inject
    private transient Caller caller;

    @PersistenceContext(unitName = "capaian")
    private transient EntityManager entityManager;

    @AroundInvoke
    Object open(InvocationContext context) throws Exception {
        boolean takesLong = takesLong(context.getMethod());
        if (takesLong) {
            // Before a connection is held.
            caller.goOnWithLongWork();
        }
        try {
            return open(context, takesLong);
        } catch (Error e) {
            // The transaction's interceptor knows exceptions alone and would commit what was written so far.
            transactionWork.rollBack();
            throw e;
        } finally {
            if (takesLong) {
                caller.longWorkIsOver();
            }
        }
    }

    private Object open(InvocationContext context, boolean takesLong) throws Exception {
        Work work = caller.work(doorOf(context));
        if (transactionWork.enter(takesLong ? work.takingLong() : work)) {
            // Begins the database transaction now: otherwise each read would draw and open a connection of its own.
            entityManager.unwrap(Connection.class);
        } else if (takesLong) {
            WorkLimit.liftFrom(entityManager.unwrap(Connection.class));
        }
        return context.proceed();
    }

    private static boolean takesLong(Method method) {
        return method.isAnnotationPresent(LongWork.class)
                || method.getDeclaringClass().isAnnotationPresent(LongWork.class);
    }

    private static Work.Door doorOf(InvocationContext context) {
        return DOORS.get(context.getMethod().getDeclaringClass());
    }

    /** The door of each use case, read from its stereotype once. */
    private static final class Doors extends ClassValue<Work.Door> {

        @Override
        protected Work.Door computeValue(Class<?> useCase) {
            return Arrays.stream(useCase.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(OpensWork.class))
                    .filter(opens -> opens != null)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            useCase.getName() + " carries no use-case stereotype"))
                    .value();
        }
    }
}
