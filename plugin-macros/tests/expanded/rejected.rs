#[hookspec]
pub trait GatewayHooks {
    fn fine(&self);
    fn without_receiver(port: u16) -> bool;
}
