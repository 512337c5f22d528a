package id.capaian.kernel.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What no tenant does: reading the registry, reporting a node's state, ending a session; role {@code registry_writer}.
 */
@Stereotype
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
@OpensWork(Work.Door.SYSTEM)
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SystemUseCase {
}
