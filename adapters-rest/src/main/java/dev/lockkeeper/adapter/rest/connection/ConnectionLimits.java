package dev.lockkeeper.adapter.rest.connection;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * What a connection may take.
 *
 * @param connections how many may be open at a time, in this process; further ones are closed at once
 * @param receiveTime how long a request may take to arrive, from its first byte to the last of its body
 * @param answerTime how long a request that has arrived waits for its answer
 * @param sendTime how long an answer may take to be taken by the other end
 */
@Singleton
record ConnectionLimits(
        @Value("${lockkeeper.limits.connections}") int connections,
        @Value("${lockkeeper.limits.receive-time}") Duration receiveTime,
        @Value("${lockkeeper.limits.request-time}") Duration answerTime,
        @Value("${lockkeeper.limits.send-time}") Duration sendTime) {}
