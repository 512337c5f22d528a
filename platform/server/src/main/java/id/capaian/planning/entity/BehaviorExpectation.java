package id.capaian.planning.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** The leader's special expectation about one of the seven values; the text may be missing, the value may not. */
@Embeddable
public class BehaviorExpectation {

    @Column(name = "value_no")
    private int valueNo;
    private String expectation;

    protected BehaviorExpectation() {
    }

    /** {@code valueNo} 1 to 7 in the order the law prints them; {@code expectation} null when none is agreed. */
    public BehaviorExpectation(int valueNo, String expectation) {
        this.valueNo = valueNo;
        this.expectation = expectation;
    }

    int valueNo() {
        return valueNo;
    }

    String expectation() {
        return expectation;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BehaviorExpectation that && valueNo == that.valueNo
                && Objects.equals(expectation, that.expectation);
    }

    @Override
    public int hashCode() {
        return valueNo;
    }
}
