package id.capaian.access.boundary;

import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.glassfish.jersey.server.model.ModelProcessor;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceModel;

/**
 * Has the words in addresses matched without looking back. The container tries the patterns of all resources in turn,
 * and its own for a word, {@code [^/]+}, gives letter by letter back before it owns that something else follows: six
 * times the work, a twelfth of a hot read (deploy/load). A word ends at a slash or with the address, so nothing is ever
 * to be given back.
 */
@Provider
public class WholeWords implements ModelProcessor {

    private static final Pattern ANY_WORD = Pattern.compile("\\{([a-zA-Z]\\w*)}");

    @Override
    public ResourceModel processResourceModel(ResourceModel model, Configuration configuration) {
        ResourceModel.Builder builder = new ResourceModel.Builder(false);
        model.getResources().forEach(resource -> builder.addResource(whole(resource)));
        return builder.build();
    }

    /** There are none: what an address leads to is known from the start. */
    @Override
    public ResourceModel processSubResource(ResourceModel model, Configuration configuration) {
        return model;
    }

    private static Resource whole(Resource resource) {
        Resource.Builder builder = Resource.builder(path(resource.getPath())).mergeWith(resource);
        resource.getChildResources().forEach(child -> builder.replaceChildResource(child, whole(child)));
        return builder.build();
    }

    /** The same address; words with a pattern of their own keep it. */
    static String path(String path) {
        return ANY_WORD.matcher(path).replaceAll("{$1: [^/]++}");
    }
}
