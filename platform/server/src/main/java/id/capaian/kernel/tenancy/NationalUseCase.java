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
 * A use case that reads national aggregates and nothing else: role {@code national_reader}.
 */
@Stereotype
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
@OpensWork(Work.Door.NATIONAL)
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NationalUseCase {
}
