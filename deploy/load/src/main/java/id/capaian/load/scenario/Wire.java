package id.capaian.load.scenario;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * HTTP/1.1 to one server over as many kept connections as requests are under way, in one thread. The processor is the
 * server's too: the JDK's client takes a millisecond of it for a request when it has thousands of connections, as much as
 * the server takes to turn one away.
 */
final class Wire implements AutoCloseable {

    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private final EventLoopGroup thread = new MultiThreadIoEventLoopGroup(1, Wire::daemon, NioIoHandler.newFactory());
    private final Deque<Channel> idle = new ArrayDeque<>();
    private final Bootstrap connections;
    private final String host;
    private final Duration patience;

    /**
     * One that has no connection yet.
     *
     * @param server   address without a path
     * @param patience how long an answer is waited for, connecting included
     */
    Wire(URI server, Duration patience) {
        this.host = server.getHost() + ":" + server.getPort();
        this.patience = patience;
        this.connections = new Bootstrap().group(thread).channel(NioSocketChannel.class)
                .remoteAddress(server.getHost(), server.getPort())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) patience.toMillis())
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpClientCodec(), new HttpContentDecompressor(LARGEST_ANSWER),
                                new HttpObjectAggregator(LARGEST_ANSWER), new Reception());
                    }
                });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * An answer.
     *
     * @param etag      null when there is none
     * @param tellsWhen whether it says when to come back
     * @param asked     how often it was asked for: twice when a kept connection was closed before it came
     */
    record Answer(int status, String etag, boolean tellsWhen, byte[] body, int asked) {

        private static Answer of(FullHttpResponse response, int asked) {
            return new Answer(response.status().code(), response.headers().get(HttpHeaderNames.ETAG),
                    response.headers().contains(HttpHeaderNames.RETRY_AFTER), ByteBufUtil.getBytes(response.content()),
                    asked);
        }
    }

    /**
     * Sends a request.
     *
     * @param then told the answer or why there is none, the other being null; once, in the one thread there is
     */
    void send(Ask ask, BiConsumer<Answer, Throwable> then) {
        thread.execute(() -> new Exchange(ask, then).begin());
    }

    @Override
    public void close() {
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    /** A request under way; everything happens in the one thread. */
    private final class Exchange implements Runnable {

        private final Ask ask;
        private final BiConsumer<Answer, Throwable> then;
        private Future<?> alarm;
        private Channel channel;
        private boolean kept;
        private int asked;
        private boolean over;

        Exchange(Ask ask, BiConsumer<Answer, Throwable> then) {
            this.ask = ask;
            this.then = then;
        }

        void begin() {
            alarm = thread.schedule(this, patience.toNanos(), TimeUnit.NANOSECONDS);
            Channel free = idle.pollLast();
            kept = free != null;
            if (kept) {
                write(free);
            } else {
                connect();
            }
        }

        private void connect() {
            connections.connect().addListener((ChannelFuture connected) -> {
                if (!connected.isSuccess()) {
                    fail(connected.cause());
                } else if (over) {
                    connected.channel().close();
                } else {
                    write(connected.channel());
                }
            });
        }

        private void write(Channel to) {
            channel = to;
            asked++;
            to.pipeline().get(Reception.class).waiting = this;
            ByteBuf body = ask.body() == null ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(ask.body());
            DefaultFullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1,
                    HttpMethod.valueOf(ask.method()), ask.path(), body);
            request.headers().set(HttpHeaderNames.HOST, host);
            ask.headers().forEach(request.headers()::set);
            if (ask.body() != null) {
                HttpUtil.setContentLength(request, ask.body().length);
            }
            // What goes wrong here closes the connection, of which the reception hears.
            to.writeAndFlush(request);
        }

        /**
         * The server had closed a kept connection, unheard of until it was used, or closes it instead of answering, which
         * cannot be told apart from here: said anew over one of its own, as browsers do, once, and told.
         */
        void closed() {
            if (kept && !over) {
                kept = false;
                connect();
            } else {
                fail(new ClosedChannelException());
            }
        }

        void fail(Throwable why) {
            settle(null, why);
        }

        void settle(Answer answer, Throwable why) {
            if (!over) {
                over = true;
                alarm.cancel(false);
                then.accept(answer, why);
            }
        }

        /** Nobody waits any longer. */
        @Override
        public void run() {
            fail(new HttpTimeoutException("no answer in " + patience.toSeconds() + " s"));
            if (channel != null) {
                channel.close();
            }
        }
    }

    /** Where a connection's answers arrive. */
    private final class Reception extends SimpleChannelInboundHandler<FullHttpResponse> {

        private Exchange waiting;

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            Exchange answered = waiting;
            waiting = null;
            if (answered == null) {
                context.close();
                return;
            }
            if (HttpUtil.isKeepAlive(response)) {
                idle.addLast(context.channel());
            } else {
                context.close();
            }
            answered.settle(Answer.of(response, answered.asked), null);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            idle.remove(context.channel());
            if (waiting != null) {
                waiting.closed();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            // Of a broken connection channelInactive tells; anything else is a fault of ours.
            if (!(cause instanceof IOException)) {
                cause.printStackTrace();
                if (waiting != null) {
                    waiting.fail(cause);
                }
            }
            context.close();
        }
    }
}
