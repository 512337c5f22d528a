package id.capaian.access.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WholeWordsTest {

    @Test
    void takesEveryWordWhole() {
        assertEquals("/api/{tenant: [^/]++}/plans/{plan: [^/]++}/lines",
                WholeWords.path("/api/{tenant}/plans/{plan}/lines"));
    }

    @Test
    void leavesPatternsThatAreThereAlready() {
        assertEquals("/{tenant: [^/]++}/file/{id: [0-9a-f-]{36}}", WholeWords.path("/{tenant}/file/{id: [0-9a-f-]{36}}"));
        assertEquals("/sehat", WholeWords.path("/sehat"));
    }
}
