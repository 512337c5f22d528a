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
 * A use case of one tenant: one transaction under the tenant's role, on the caller's behalf. The caller must have come in through the tenant's address or be a job of the tenant.
 */
@Stereotype
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
@OpensWork(Work.Door.TENANT)
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TenantUseCase {
}
