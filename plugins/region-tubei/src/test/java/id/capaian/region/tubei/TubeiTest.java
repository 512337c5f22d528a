package id.capaian.region.tubei;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.api.Step;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.testkit.RegionPackContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class TubeiTest extends RegionPackContract {

    private static final String MOVED = "The peers' figure does not count; its part moves to the superior.";

    @Override
    protected RegionPack javaPack() {
        return new TubeiPack();
    }

    @Test
    void saysOfPeersWhoDoNotCountOnlyWhatIsTrue() throws PackInvalid {
        assertEquals(List.of("Fewer than 3 peers answered; left out.", MOVED), toldOfPeers("04-two-peers"));
        assertEquals(List.of("It is not known how many peers answered, at least 3 needed; left out.", MOVED),
                toldOfPeers("27-peers-uncounted"));
        assertEquals(List.of("Not fit to score: data quality 0.84 is below 0.85; left out.", MOVED),
                toldOfPeers("28-peers-bad-quality"));
        assertEquals(List.of("No value in this period; left out.", MOVED), toldOfPeers("06-superior-alone"));
    }

    /** Minutes that are too many are not below their target. */
    @Test
    void saysOfEveryDirectionThatTheTargetWasNotReached() throws PackInvalid {
        assertEquals(List.of("Training is offered: Median service time has not reached its target."),
                told(outcome("11-clamps"), "TUB.SPD"));
        assertEquals(List.of("Training is offered: Services within the standard has not reached its target."),
                told(outcome("31-training-parameter"), "TUB.SLA"));
    }

    @Test
    void saysThatAMeanOfPeersBeyondTheScaleWasHeld() throws PackInvalid {
        assertEquals("min(120, 40 + 20 × TUB.PEER): Ditahan pada 120.", peers("32-peers-above-the-scale"));
        assertEquals("min(120, 40 + 20 × TUB.PEER): Dihitung 60; tidak di bawah 60.",
                peers("33-peers-below-the-scale"));
        assertEquals("min(120, 40 + 20 × TUB.PEER)", peers("23-community-missing"));
        assertEquals("min(120, 40 + 20 × TUB.PEER)", peers("26-peers-lowest"));
    }

    /** How the peers' score was made. */
    private String peers(String golden) throws PackInvalid {
        Step step = outcome(golden).steps().stream().filter(made -> made.name().equals("peers")).findFirst()
                .orElseThrow();
        return step.expression() + (step.note() == null ? "" : ": " + step.note().id());
    }

    private List<String> toldOfPeers(String golden) throws PackInvalid {
        return told(outcome(golden), TubeiIndicators.PEER);
    }
}
