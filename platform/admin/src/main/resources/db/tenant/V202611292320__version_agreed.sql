-- When the rater agreed to a version of a plan. What was handed in before is judged by the version agreed to by then
-- (domain.md 4: log and results are kept). Empty for versions of before, and for those that servers of the release
-- before agree to meanwhile: these count as if they had always been there.

alter table skp_version add column agreed_at timestamptz;
