package id.capaian.load.empty;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All that the smallest application has. */
@ApplicationPath("/")
public class EmptyApplication extends Application {
}
