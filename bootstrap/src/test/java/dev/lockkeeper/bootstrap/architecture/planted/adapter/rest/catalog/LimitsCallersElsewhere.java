package dev.lockkeeper.bootstrap.architecture.planted.adapter.rest.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import io.github.bucket4j.Bucket;

record LimitsCallersElsewhere(Cache<String, Bucket> buckets) {}
