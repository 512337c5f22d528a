-- Reference data the law fixes: one copy for all tenants, effective-dated, changed by migration only.
-- A row counts from valid_from until valid_to (both inclusive); null means until further notice.

create table ref.behavior_value (
    value_no   integer not null,
    name_id    text    not null,
    name_en    text    not null,
    valid_from date    not null,
    valid_to   date,
    constraint pk_behavior_value primary key (value_no, valid_from)
);

create table ref.conduct_point (
    value_no   integer not null,
    point_no   integer not null,
    text_id    text    not null,
    valid_from date    not null,
    valid_to   date,
    constraint pk_conduct_point primary key (value_no, point_no, valid_from)
);

-- PNS have code (SIASN), grade and rank name; PPPK have grades only.
create table ref.rank (
    employment text not null,
    grade      text not null,
    siasn_code text,
    name_id    text,
    sequence   integer not null,
    valid_from date not null,
    valid_to   date,
    constraint pk_rank primary key (employment, grade, valid_from),
    constraint ck_rank_employment check (employment in ('PNS', 'PPPK'))
);

create table ref.predicate (
    predicate      text    not null,
    name_id        text    not null,
    name_en        text    not null,
    siasn_id       integer not null,
    credit_percent integer not null,
    valid_from     date    not null,
    valid_to       date,
    constraint pk_predicate primary key (predicate, valid_from)
);

create table ref.predicate_matrix (
    result_rating   text not null,
    behavior_rating text not null,
    predicate       text not null,
    valid_from      date not null,
    valid_to        date,
    constraint pk_predicate_matrix primary key (result_rating, behavior_rating, valid_from),
    constraint ck_predicate_matrix_ratings check (
        result_rating in ('ABOVE', 'MEETS', 'BELOW') and behavior_rating in ('ABOVE', 'MEETS', 'BELOW')),
    constraint ck_predicate_matrix_predicate check (
        predicate in ('VERY_GOOD', 'GOOD', 'NEEDS_IMPROVEMENT', 'POOR', 'VERY_POOR'))
);

-- What an organisation's predicate asks of the spread of its people's predicates. amount is a percentage of the
-- people of the unit for *_PERCENT, a number of persons for MIN_PERSONS, and absent for MAJORITY. Several predicates
-- in one rule are taken together. The rules guide (warn and ask for a reason), they do not block.
create table ref.distribution_rule (
    organisation_predicate text   not null,
    rule_no                integer not null,
    predicates             text[] not null,
    kind                   text   not null,
    amount                 integer,
    valid_from             date   not null,
    valid_to               date,
    constraint pk_distribution_rule primary key (organisation_predicate, rule_no, valid_from),
    constraint ck_distribution_rule_organisation check (
        organisation_predicate in ('EXCELLENT', 'GOOD', 'NEEDS_IMPROVEMENT', 'POOR', 'VERY_POOR')),
    constraint ck_distribution_rule_kind check (kind in ('MAX_PERCENT', 'MIN_PERCENT', 'MIN_PERSONS', 'MAJORITY')),
    constraint ck_distribution_rule_amount check ((amount is null) = (kind = 'MAJORITY'))
);

-- Kemendagri codes. siasn_code is SIASN's kodeCepat of a government.
create table ref.region (
    code        text not null,
    name        text not null,
    kind        text not null,
    parent_code text,
    siasn_code  text,
    valid_from  date not null,
    valid_to    date,
    constraint pk_region primary key (code),
    constraint fk_region_parent foreign key (parent_code) references ref.region,
    constraint ck_region_kind check (kind in ('NATION', 'PROVINCE', 'REGENCY', 'CITY', 'DISTRICT'))
);

-- Smallest groups. value may be lowered to floor_value and no further; the newest row that has begun counts.
create table ref.threshold (
    name        text    not null,
    value       integer not null,
    floor_value integer not null,
    valid_from  date    not null,
    constraint pk_threshold primary key (name, valid_from),
    constraint ck_threshold_floor check (value >= floor_value)
);

-- SE Menteri PANRB 20/2021; printed verbatim on every plan and evaluation.
insert into ref.behavior_value (value_no, name_id, name_en, valid_from) values
    (1, 'Berorientasi Pelayanan', 'Service-oriented', '2021-07-27'),
    (2, 'Akuntabel', 'Accountable', '2021-07-27'),
    (3, 'Kompeten', 'Competent', '2021-07-27'),
    (4, 'Harmonis', 'Harmonious', '2021-07-27'),
    (5, 'Loyal', 'Loyal', '2021-07-27'),
    (6, 'Adaptif', 'Adaptive', '2021-07-27'),
    (7, 'Kolaboratif', 'Collaborative', '2021-07-27');

insert into ref.conduct_point (value_no, point_no, text_id, valid_from) values
    (1, 1, 'Memahami dan memenuhi kebutuhan masyarakat', '2021-07-27'),
    (1, 2, 'Ramah, cekatan, solutif, dan dapat diandalkan', '2021-07-27'),
    (1, 3, 'Melakukan perbaikan tiada henti', '2021-07-27'),
    (2, 1, 'Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi', '2021-07-27'),
    (2, 2, 'Menggunakan kekayaan dan BMN secara bertanggung jawab, efektif, dan efisien', '2021-07-27'),
    (2, 3, 'Tidak menyalahgunakan kewenangan jabatan', '2021-07-27'),
    (3, 1, 'Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah', '2021-07-27'),
    (3, 2, 'Membantu orang lain belajar', '2021-07-27'),
    (3, 3, 'Melaksanakan tugas dengan kualitas terbaik', '2021-07-27'),
    (4, 1, 'Menghargai setiap orang apa pun latar belakangnya', '2021-07-27'),
    (4, 2, 'Suka menolong orang lain', '2021-07-27'),
    (4, 3, 'Membangun lingkungan kerja yang kondusif', '2021-07-27'),
    (5, 1, 'Memegang teguh ideologi Pancasila, UUD 1945, setia kepada NKRI serta pemerintahan yang sah', '2021-07-27'),
    (5, 2, 'Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara', '2021-07-27'),
    (5, 3, 'Menjaga rahasia jabatan dan negara', '2021-07-27'),
    (6, 1, 'Cepat menyesuaikan diri menghadapi perubahan', '2021-07-27'),
    (6, 2, 'Terus berinovasi dan mengembangkan kreativitas', '2021-07-27'),
    (6, 3, 'Bertindak proaktif', '2021-07-27'),
    (7, 1, 'Memberi kesempatan kepada berbagai pihak untuk berkontribusi', '2021-07-27'),
    (7, 2, 'Terbuka dalam bekerja sama untuk menghasilkan nilai tambah', '2021-07-27'),
    (7, 3, 'Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama', '2021-07-27');

insert into ref.rank (employment, grade, siasn_code, name_id, sequence, valid_from) values
    ('PNS', 'I/a', '11', 'Juru Muda', 1, '2000-01-01'),
    ('PNS', 'I/b', '12', 'Juru Muda Tingkat I', 2, '2000-01-01'),
    ('PNS', 'I/c', '13', 'Juru', 3, '2000-01-01'),
    ('PNS', 'I/d', '14', 'Juru Tingkat I', 4, '2000-01-01'),
    ('PNS', 'II/a', '21', 'Pengatur Muda', 5, '2000-01-01'),
    ('PNS', 'II/b', '22', 'Pengatur Muda Tingkat I', 6, '2000-01-01'),
    ('PNS', 'II/c', '23', 'Pengatur', 7, '2000-01-01'),
    ('PNS', 'II/d', '24', 'Pengatur Tingkat I', 8, '2000-01-01'),
    ('PNS', 'III/a', '31', 'Penata Muda', 9, '2000-01-01'),
    ('PNS', 'III/b', '32', 'Penata Muda Tingkat I', 10, '2000-01-01'),
    ('PNS', 'III/c', '33', 'Penata', 11, '2000-01-01'),
    ('PNS', 'III/d', '34', 'Penata Tingkat I', 12, '2000-01-01'),
    ('PNS', 'IV/a', '41', 'Pembina', 13, '2000-01-01'),
    ('PNS', 'IV/b', '42', 'Pembina Tingkat I', 14, '2000-01-01'),
    ('PNS', 'IV/c', '43', 'Pembina Utama Muda', 15, '2000-01-01'),
    ('PNS', 'IV/d', '44', 'Pembina Utama Madya', 16, '2000-01-01'),
    ('PNS', 'IV/e', '45', 'Pembina Utama', 17, '2000-01-01');

insert into ref.rank (employment, grade, sequence, valid_from)
select 'PPPK', grade, sequence, date '2018-11-28'
from unnest(array['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII'])
     with ordinality as g (grade, sequence);

-- Percentages: Peraturan BKN 3/2023.
insert into ref.predicate (predicate, name_id, name_en, siasn_id, credit_percent, valid_from) values
    ('VERY_GOOD', 'Sangat Baik', 'Very good', 1, 150, '2022-01-01'),
    ('GOOD', 'Baik', 'Good', 2, 100, '2022-01-01'),
    ('NEEDS_IMPROVEMENT', 'Butuh Perbaikan', 'Needs improvement', 3, 75, '2022-01-01'),
    ('POOR', 'Kurang', 'Poor', 4, 50, '2022-01-01'),
    ('VERY_POOR', 'Sangat Kurang', 'Very poor', 5, 25, '2022-01-01');

-- PermenPANRB 6/2022: bad behaviour beats good results, so nine cells and no arithmetic.
insert into ref.predicate_matrix (result_rating, behavior_rating, predicate, valid_from) values
    ('ABOVE', 'ABOVE', 'VERY_GOOD', '2022-01-01'),
    ('ABOVE', 'MEETS', 'GOOD', '2022-01-01'),
    ('ABOVE', 'BELOW', 'POOR', '2022-01-01'),
    ('MEETS', 'ABOVE', 'GOOD', '2022-01-01'),
    ('MEETS', 'MEETS', 'GOOD', '2022-01-01'),
    ('MEETS', 'BELOW', 'POOR', '2022-01-01'),
    ('BELOW', 'ABOVE', 'NEEDS_IMPROVEMENT', '2022-01-01'),
    ('BELOW', 'MEETS', 'NEEDS_IMPROVEMENT', '2022-01-01'),
    ('BELOW', 'BELOW', 'VERY_POOR', '2022-01-01');

-- SE Menteri PANRB 3/2023.
insert into ref.distribution_rule (organisation_predicate, rule_no, predicates, kind, amount, valid_from) values
    ('EXCELLENT', 1, '{VERY_GOOD}', 'MAJORITY', null, '2023-01-01'),
    ('EXCELLENT', 2, '{VERY_GOOD}', 'MAX_PERCENT', 70, '2023-01-01'),
    ('GOOD', 1, '{GOOD}', 'MAJORITY', null, '2023-01-01'),
    ('GOOD', 2, '{GOOD}', 'MAX_PERCENT', 70, '2023-01-01'),
    ('GOOD', 3, '{NEEDS_IMPROVEMENT,POOR}', 'MIN_PERSONS', 1, '2023-01-01'),
    ('NEEDS_IMPROVEMENT', 1, '{VERY_GOOD}', 'MAX_PERCENT', 10, '2023-01-01'),
    ('NEEDS_IMPROVEMENT', 2, '{NEEDS_IMPROVEMENT}', 'MIN_PERCENT', 60, '2023-01-01'),
    ('POOR', 1, '{VERY_GOOD}', 'MAX_PERCENT', 10, '2023-01-01'),
    ('POOR', 2, '{NEEDS_IMPROVEMENT}', 'MIN_PERCENT', 10, '2023-01-01'),
    ('POOR', 3, '{POOR}', 'MIN_PERCENT', 60, '2023-01-01'),
    ('VERY_POOR', 1, '{VERY_GOOD}', 'MAX_PERCENT', 0, '2023-01-01'),
    ('VERY_POOR', 2, '{NEEDS_IMPROVEMENT,POOR}', 'MIN_PERCENT', 10, '2023-01-01'),
    ('VERY_POOR', 3, '{VERY_POOR}', 'MIN_PERCENT', 60, '2023-01-01');

-- Kepmendagri 300.2.2-2138/2025: the nation, its provinces, and the governments of the founding tenants.
insert into ref.region (code, name, kind, valid_from) values ('ID', 'Indonesia', 'NATION', '2000-01-01');
insert into ref.region (code, name, kind, parent_code, valid_from)
select code, name, 'PROVINCE', 'ID', date '2000-01-01'
from (values
    ('11', 'Aceh'), ('12', 'Sumatera Utara'), ('13', 'Sumatera Barat'), ('14', 'Riau'), ('15', 'Jambi'),
    ('16', 'Sumatera Selatan'), ('17', 'Bengkulu'), ('18', 'Lampung'), ('19', 'Kepulauan Bangka Belitung'),
    ('21', 'Kepulauan Riau'), ('31', 'Daerah Khusus Ibukota Jakarta'), ('32', 'Jawa Barat'), ('33', 'Jawa Tengah'),
    ('34', 'Daerah Istimewa Yogyakarta'), ('35', 'Jawa Timur'), ('36', 'Banten'), ('51', 'Bali'),
    ('52', 'Nusa Tenggara Barat'), ('53', 'Nusa Tenggara Timur'), ('61', 'Kalimantan Barat'),
    ('62', 'Kalimantan Tengah'), ('63', 'Kalimantan Selatan'), ('64', 'Kalimantan Timur'),
    ('65', 'Kalimantan Utara'), ('71', 'Sulawesi Utara'), ('72', 'Sulawesi Tengah'), ('73', 'Sulawesi Selatan'),
    ('74', 'Sulawesi Tenggara'), ('75', 'Gorontalo'), ('76', 'Sulawesi Barat'), ('81', 'Maluku'),
    ('82', 'Maluku Utara'), ('91', 'Papua'), ('92', 'Papua Barat'), ('93', 'Papua Selatan'), ('94', 'Papua Tengah'),
    ('95', 'Papua Pegunungan'), ('96', 'Papua Barat Daya')) as province (code, name);
insert into ref.region (code, name, kind, parent_code, siasn_code, valid_from) values
    ('13.77', 'Kota Pariaman', 'CITY', '13', '5477', '2000-01-01'),
    ('17.07', 'Kabupaten Lebong', 'REGENCY', '17', '5808', '2000-01-01'),
    ('35.78', 'Kota Surabaya', 'CITY', '35', '6571', '2000-01-01'),
    ('36.74', 'Kota Tangerang Selatan', 'CITY', '36', '6274', '2000-01-01'),
    ('64.72', 'Kota Samarinda', 'CITY', '64', '6971', '2000-01-01');
insert into ref.region (code, name, kind, parent_code, valid_from) values
    ('17.07.09', 'Tubei', 'DISTRICT', '17.07', '2000-01-01'),
    ('35.78.26', 'Mulyorejo', 'DISTRICT', '35.78', '2000-01-01');

-- Persons a figure must stand for before it is shown (design of the product, not law).
insert into ref.threshold (name, value, floor_value, valid_from) values
    ('feedback-group', 3, 3, '2026-01-01'),
    ('citizen-figure', 10, 10, '2026-01-01'),
    ('national-cell', 10, 5, '2026-01-01');
