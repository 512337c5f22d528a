package id.capaian.people.entity;

import id.capaian.people.CivilNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody who serves the government. Number or key never change (a PPPK who becomes a PNS is a new record); files bring
 * new people in, many a statement. The civil number is personal data and never leaves through {@code toString}.
 */
@Entity
@Table(name = "employee")
public class Employee {

    @Id
    @Column(name = "employee_id")
    private UUID id;
    @Enumerated(EnumType.STRING)
    @Column(name = "number_kind")
    private CivilNumber.Kind numberKind;
    @Column(name = "civil_number")
    private String civilNumber;
    @Column(name = "official_key")
    private String officialKey;
    @Column(name = "full_name")
    private String fullName;
    @Column(name = "title_before")
    private String titleBefore;
    @Column(name = "title_after")
    private String titleAfter;
    @Enumerated(EnumType.STRING)
    private Employment employment;
    @Column(name = "rank_grade")
    private String rankGrade;
    @Column(name = "birth_date")
    private LocalDate birthDate;
    @Enumerated(EnumType.STRING)
    private CivilNumber.Sex sex;
    private String email;
    private String phone;
    private String nrp;
    @Column(name = "legal_status")
    private String legalStatus;
    @Version
    private long version;

    protected Employee() {
    }

    /**
     * What may change about a person.
     *
     * @param titleBefore gelar depan, null when none
     * @param titleAfter  gelar belakang, null when none
     * @param rankGrade   golongan, null when unknown
     * @param email       null when unknown
     * @param birthDate   null for officials when unknown
     * @param sex         null for officials when unknown
     * @param phone       null when unknown
     * @param nrp         service number of TNI/Polri, whatever its form; null for everybody else
     * @param legalStatus SIASN kedudukanHukum, 01 = active
     */
    public record Profile(String fullName, String titleBefore, String titleAfter, Employment employment,
            String rankGrade, LocalDate birthDate, CivilNumber.Sex sex, String email, String phone, String nrp,
            String legalStatus) {

        /**
         * Whether birth date and sex are those the number was made from; historical errors exist, so only a warning.
         */
        public boolean agreesWith(CivilNumber number) {
            return birthDate.equals(number.birthDate()) && sex == number.sex();
        }
    }

    public Profile profile() {
        return new Profile(fullName, titleBefore, titleAfter, employment, rankGrade, birthDate, sex, email, phone, nrp,
                legalStatus);
    }

    /** Takes a newer profile; answers whether anything differed. */
    public boolean update(Profile wanted) {
        if (fullName != null && wanted.equals(profile())) {
            return false;
        }
        fullName = wanted.fullName();
        titleBefore = wanted.titleBefore();
        titleAfter = wanted.titleAfter();
        employment = wanted.employment();
        rankGrade = wanted.rankGrade();
        birthDate = wanted.birthDate();
        sex = wanted.sex();
        email = wanted.email();
        phone = wanted.phone();
        nrp = wanted.nrp();
        legalStatus = wanted.legalStatus();
        return true;
    }

    public UUID id() {
        return id;
    }

    /** Null for officials. */
    public CivilNumber number() {
        return civilNumber == null ? null : new CivilNumber(civilNumber);
    }

    /** What files know the person by: the civil number, or an official's key. */
    public String name() {
        return civilNumber == null ? officialKey : civilNumber;
    }

    /** Null for everybody but TNI/Polri. */
    public String nrp() {
        return nrp;
    }

    public Employment employment() {
        return employment;
    }

    public String rankGrade() {
        return rankGrade;
    }

    /** Name with titles, as documents print it: {@code dr. Rahmawati, M.Kes.} */
    public String displayName() {
        String named = titleBefore == null ? fullName : titleBefore + " " + fullName;
        return titleAfter == null ? named : named + ", " + titleAfter;
    }
}
