package dev.lockkeeper.bootstrap.architecture.planted.adapter.rest.catalog;

import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;

record TouchesConnections(Channel channel, NettyServerCustomizer customizer) {}
