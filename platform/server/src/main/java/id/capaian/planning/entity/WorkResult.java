package id.capaian.planning.entity;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A result somebody is to bring about (rencana hasil kerja); part of one version, never edited. */
@Entity
@Table(name = "work_result")
public class WorkResult {

    @Id
    @Column(name = "work_result_id")
    private UUID id;
    @ManyToOne(optional = false)
    @JoinColumn(name = "skp_version_id")
    private SkpVersion version;
    @Enumerated(EnumType.STRING)
    private ResultKind kind;
    private int sequence;
    private String title;
    private String expectation;
    @OneToMany(mappedBy = "result", cascade = {CascadeType.PERSIST, CascadeType.REMOVE})
    @OrderBy("sequence")
    private List<IndividualIndicator> indicators = new ArrayList<>();

    protected WorkResult() {
    }

    WorkResult(UUID id, SkpVersion version, ResultKind kind, int sequence, String title, String expectation) {
        this.id = id;
        this.version = version;
        this.kind = kind;
        this.sequence = sequence;
        this.title = title;
        this.expectation = expectation;
    }

    /** Adds a new indicator at the end. */
    public void measureBy(UUID indicatorId, IndividualIndicator.Measure measure) {
        measureBy(indicatorId, null, measure);
    }

    /** Adds an indicator at the end; {@code originId} see {@link IndividualIndicator#originId}. */
    public void measureBy(UUID indicatorId, UUID originId, IndividualIndicator.Measure measure) {
        indicators.add(new IndividualIndicator(indicatorId, originId, this, indicators.size() + 1, measure));
    }

    /** Whether it is outside any indicator set: written and rated by hand, without weight. */
    public boolean isByHand() {
        return indicators.stream().allMatch(indicator -> indicator.measure().code() == null);
    }

    public ResultKind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    /** What the leader expects of it, null for nothing in particular. */
    public String expectation() {
        return expectation;
    }

    public List<IndividualIndicator> indicators() {
        return List.copyOf(indicators);
    }
}
