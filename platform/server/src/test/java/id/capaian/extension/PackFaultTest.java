package id.capaian.extension;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackFaultTest {

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void peopleAreToldOfEveryKind(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader file = new InputStreamReader(
                PackFaultTest.class.getResourceAsStream("/texts/evaluation." + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(file);
        }
        for (PackFault.Kind kind : PackFault.Kind.values()) {
            assertFalse(texts.getProperty("evaluation.fault." + kind, "").isBlank(), kind::name);
            assertFalse(texts.getProperty("evaluation.blocked." + kind, "").isBlank(), kind::name);
        }
    }
}
