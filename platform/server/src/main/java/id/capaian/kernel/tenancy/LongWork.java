package id.capaian.kernel.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a use case, or one method of it, that works on everybody of a tenant at once: one statement of it may take longer
 * than somebody before a screen is kept waiting by a database that does not answer, and it has a place of its own.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface LongWork {
}
