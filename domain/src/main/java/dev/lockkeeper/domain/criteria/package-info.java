/**
 * Criteria: the conditions by which a locking rule picks records.
 *
 * <p>{@link dev.lockkeeper.domain.criteria.CriteriaReader} turns what a caller sent into {@link
 * dev.lockkeeper.domain.criteria.Criteria}, or says what is wrong with it and where. From then on nothing can fail: a
 * record's values are typed once, as {@link dev.lockkeeper.domain.criteria.FieldValues}, and may then be put to any
 * number of criteria on one {@link dev.lockkeeper.domain.criteria.Occasion}. Everything here is immutable and safe to
 * share between threads.
 *
 * <p>Source: the wire contract, section "Criteria".
 */
@NullMarked
package dev.lockkeeper.domain.criteria;

import org.jspecify.annotations.NullMarked;
