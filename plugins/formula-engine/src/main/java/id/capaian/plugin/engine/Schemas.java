package id.capaian.plugin.engine;

import com.google.re2j.Pattern;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON Schema 2020-12 as packs may use it: nothing is fetched, patterns run in time linear to the answer, formats
 * count.
 */
final class Schemas {

    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .regularExpressionFactory(pattern -> {
                Pattern compiled = Pattern.compile(pattern);
                return text -> compiled.matcher(text).find();
            })
            .build();

    private Schemas() {
    }

    /**
     * Compiles a schema.
     *
     * @throws RuntimeException of the library when it is no schema; callers turn it into a problem
     */
    static Schema compile(String schema) {
        Schema compiled = registry().getSchema(schema, InputFormat.JSON);
        compiled.initializeValidators();
        return compiled;
    }

    /**
     * What the law of schemas says against a schema: compiling alone lets unknown types and words pass.
     *
     * @return by JSON pointer into the schema, in its order
     */
    static Map<String, String> problems(String schema) {
        Schema law = registry().getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        Map<String, String> problems = new LinkedHashMap<>();
        law.validate(schema, InputFormat.JSON).forEach(error -> {
            String at = error.getInstanceLocation().toString();
            problems.putIfAbsent(at, at + ": " + error.getMessage());
        });
        return problems;
    }

    /** A registry of its own each time: no cache that grows with every version of every pack. */
    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder ->
                builder.schemaRegistryConfig(CONFIG).schemaCacheEnabled(false)
                        .schemaLoader(loader -> loader.fetchRemoteResources(false)));
    }
}
