package dev.lockkeeper.bootstrap.architecture.planted.adapter.rest.catalog;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

record IsReactive(Publisher<String> publisher, Mono<String> mono) {}
