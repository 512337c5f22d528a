package id.capaian.admin.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.capaian.admin.AdminException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML to JSON, checked. A refusal names file and field, what is wrong and what is right. */
final class ConfigFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String schemaName;
    private final Schema schema;

    /** @param schemaName {@code tenant} or {@code platform} */
    ConfigFile(String schemaName) {
        this.schemaName = schemaName;
        try (InputStream in = ConfigFile.class.getResourceAsStream("/schema/" + schemaName + ".schema.json")) {
            this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException("the schema is part of the program", e);
        }
    }

    /**
     * @param file name to use in refusals
     * @throws AdminException when the text is no YAML or breaks the schema
     */
    JsonNode read(String file, String yaml) {
        JsonNode node = parse(file, yaml);
        List<Error> errors = schema.validate(node.toString(), InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw new AdminException(errors.stream()
                    .map(error -> file + ": " + field(error) + ": " + error.getMessage())
                    .distinct()
                    .collect(Collectors.joining("\n", "", "\nPut it right as tenants-config/schema/" + schemaName
                            + ".schema.json describes it.")));
        }
        return node;
    }

    private static String field(Error error) {
        String path = error.getInstanceLocation().toString();
        return path.isEmpty() || "/".equals(path) ? "(top level)" : path.replaceFirst("^/", "").replace('/', '.');
    }

    private static JsonNode parse(String file, String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions dumper = new DumperOptions();
        try {
            Object value = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options,
                    new DatesAreText()).load(yaml);
            return JSON.readTree(JSON.writeValueAsString(value));
        } catch (MarkedYAMLException e) {
            throw new AdminException(file + ": not YAML: " + e.getProblem() + " at line "
                    + (e.getProblemMark().getLine() + 1) + ".", e);
        } catch (JsonProcessingException e) {
            throw new AdminException(file + ": holds something JSON has no word for: " + e.getOriginalMessage(), e);
        }
    }

    /** A date without time zone must not pass through one. */
    private static final class DatesAreText extends Resolver {

        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
            if (tag != Tag.TIMESTAMP) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }
}
