package id.capaian.kernel.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryIdsTest {

    @Test
    void areTheSameIdsInFewLengths() {
        assertEquals(List.of(), QueryIds.padded(List.of()));
        assertEquals(List.of("a"), QueryIds.padded(Set.of("a")));
        assertEquals(List.of("a", "b", "c", "c"), QueryIds.padded(List.of("a", "b", "c")));
        assertEquals(List.of(2, 4, 8, 16, 16, 512, 1_024, 1_024, 2_048, 3_072),
                IntStream.of(2, 4, 5, 12, 16, 257, 1_000, 1_024, 1_025, 2_049)
                        .mapToObj(size -> QueryIds.padded(IntStream.range(0, size).boxed().toList()).size()).toList());
    }
}
